"""`kaocheng check` (核对): files in, one stream of output and one summary out."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from kaocheng.cli.baseline import dump, load
from kaocheng.cli.formats import FORMS, Form
from kaocheng.cli.outputs import guard, screen, written
from kaocheng.cli.pool import Lost, ordered
from kaocheng.cli.progress import watched
from kaocheng.cli.refusals import Refused
from kaocheng.cli.reviewing import Review
from kaocheng.cli.sifting import Sieve
from kaocheng.cli.slips import Slip
from kaocheng.cli.summary import Summary
from kaocheng.cli.suppressions import suppressions
from kaocheng.cli.targets import targets
from kaocheng.disclosure.registry import rulebook


def run(options: Namespace) -> int:
    """Check every file named and give the exit code.

    Raises Refused before anything is written when the request itself makes no sense.
    """
    paths = targets(options.paths)
    _refuse_nonsense(options, paths)
    form = FORMS[options.format]
    review = Review(form.fragment, _sieve(options), options.edition, options.select, options.ignore)
    summary = Summary()
    fingerprints: list[str] = []
    with _destination(options.out) as file:
        for piece in _pieces(form, _slips(review, paths, options), summary, fingerprints):
            file.write(piece)
    _say(summary, options)
    return _recorded(options.write_baseline, fingerprints, summary.exit_code)


def _recorded(baseline: Path | None, fingerprints: Sequence[str], code: int) -> int:
    """Errors that have just been recorded are not news, so only unreadable files still count."""
    if baseline is None:
        return code
    with written(baseline) as file:
        file.write(dump(fingerprints))
    return code if code == 2 else 0


def _refuse_nonsense(options: Namespace, paths: Sequence[Path]) -> None:
    read = [*paths, *(p for p in (options.suppress, options.baseline) if p)]
    if options.out:
        guard(options.out, read)
    if options.write_baseline:
        guard(options.write_baseline, [*paths, *([options.suppress] if options.suppress else [])])
    if FORMS[options.format].binary and not options.out:
        raise Refused(f"{options.format} 格式不能写到屏幕，请用 --out 指定文件。")
    for word in (*options.select, *options.ignore):
        if not any(code.startswith(word) for code in rulebook()):
            raise Refused(f"没有编号为 {word} 或以它开头的规则，全部编号见 kaocheng rules。")


def _pieces(
    form: Form, slips: Iterable[Slip], summary: Summary, fingerprints: list[str]
) -> Iterator[bytes]:
    """The output piece by piece; the summary and the fingerprints fill up meanwhile."""
    book = form.open()
    yield book.head()
    for slip in slips:
        summary.add(slip)
        fingerprints.extend(slip.fingerprints)
        yield book.part(slip)
    yield book.tail()


def _slips(review: Review, paths: Sequence[Path], options: Namespace) -> Iterator[Slip]:
    done = ordered(review, paths, jobs=options.jobs, limit=options.time_limit)
    shown = watched(done, len(paths), wanted=not options.no_progress)
    for path, result in zip(paths, shown, strict=True):
        if isinstance(result, Lost):
            yield Slip(str(path), unreadable=f"{result.why}。")
        else:
            yield result


def _sieve(options: Namespace) -> Sieve:
    today = datetime.now().astimezone().date()
    borne = suppressions(options.suppress, today) if options.suppress else ()
    known = load(options.baseline) if options.baseline else {}
    return Sieve(borne, known, recording=options.write_baseline is not None)


def _destination(out: Path | None) -> AbstractContextManager[BinaryIO]:
    return written(out) if out else screen()


def _say(summary: Summary, options: Namespace) -> None:
    """The summary goes to the screen unless the screen carries the output for a machine."""
    stream = sys.stdout if options.out or options.format == "text" else sys.stderr
    stream.write("\n".join(summary.lines()) + "\n")
    if options.out:
        stream.write(f"报告已写入 {options.out}\n")
