"""`kaocheng check` (核对): files in, one stream of output and one summary out."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from kaocheng.cli.baseline import dump, load
from kaocheng.cli.comparing import Comparing
from kaocheng.cli.formats import form
from kaocheng.cli.outputs import guard, written
from kaocheng.cli.pool import Lost, ordered
from kaocheng.cli.progress import watched
from kaocheng.cli.refusals import Refused
from kaocheng.cli.reviewing import Review
from kaocheng.cli.sifting import Sieve
from kaocheng.cli.slips import Slip, unread
from kaocheng.cli.suppressions import suppressions
from kaocheng.cli.tally import Tally
from kaocheng.cli.targets import targets
from kaocheng.disclosure.readiness import prepare
from kaocheng.disclosure.registry import rulebook
from kaocheng.editions.loading import editions
from kaocheng.writing import text


def run(options: Namespace) -> int:
    """Check every file named and give the exit code.

    Raises Refused before anything is written when the request itself makes no sense.
    """
    paths = targets(options.paths)
    _refuse_nonsense(options, paths)
    person = options.out is None and sys.stdout.isatty()
    shape = form(options.format, options.out, person=person)
    review = Review(
        shape.body,
        _sieve(options),
        options.edition,
        options.select,
        options.ignore,
        options.trust_content,
    )
    tally, comparing = Tally(), Comparing(review)
    with shape.sink(len(paths) > 1) as sink:
        for slip in _slips(review, paths, options):
            tally.add(slip)
            comparing.add(slip)
            sink.add(slip)
        for slip in comparing.slips():
            tally.join(slip)
            sink.add(slip)
        sink.close(tally.summaries)
    _say(tally, comparing, options)
    return _recorded(options.write_baseline, tally)


def _refuse_nonsense(options: Namespace, paths: Sequence[Path]) -> None:
    lists = [path for path in (options.suppress, options.baseline) if path]
    if options.out:
        guard(options.out, [*paths, *lists])
    if options.write_baseline:
        guard(options.write_baseline, [*paths, *([options.suppress] if options.suppress else [])])
    known = [edition.key for edition in editions()] if options.edition else []
    if options.edition and options.edition not in known:
        raise Refused(f"没有版式 {options.edition}，可选：{'、'.join(known)}。")
    for word in (*options.select, *options.ignore):
        if not any(code.startswith(word) for code in rulebook()):
            raise Refused(f"没有编号为 {word} 或以它开头的规则，全部编号见 kaocheng rules。")


def _sieve(options: Namespace) -> Sieve:
    today = datetime.now().astimezone().date()
    borne = suppressions(options.suppress, today) if options.suppress else ()
    known = load(options.baseline) if options.baseline else {}
    return Sieve(borne, known, recording=options.write_baseline is not None)


def _slips(review: Review, paths: Sequence[Path], options: Namespace) -> Iterator[Slip]:
    prepare()  # before workers are forked, so that each need not load it again
    done = ordered(review, paths, jobs=options.jobs, limit=options.time_limit)
    shown = watched(done, len(paths), wanted=not options.no_progress)
    for path, result in zip(paths, shown, strict=True):
        yield unread(str(path), f"{result.why}。") if isinstance(result, Lost) else result


def _say(tally: Tally, comparing: Comparing, options: Namespace) -> None:
    """The summary goes to the screen unless the screen carries the output for a machine."""
    alone = options.format == "text" and not options.out
    stream = sys.stdout if options.out or alone else sys.stderr
    if not alone:
        stream.write(text.tail(tally.summaries))
        stream.writelines(f"{line}\n" for line in tally.unread())
    stream.writelines(f"{line}\n" for line in (*comparing.said(), *tally.unshown()))
    if options.out:
        stream.write(f"报告已写入 {options.out}\n")


def _recorded(baseline: Path | None, tally: Tally) -> int:
    """Errors that have just been recorded are not news; unreadable files still count."""
    if baseline is None:
        return tally.exit_code
    with written(baseline) as file:
        file.write(dump(tally.fingerprints))
    sys.stdout.write(f"基线已写入 {baseline}\n")
    return tally.exit_code if tally.exit_code == 2 else 0
