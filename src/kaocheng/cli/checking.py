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
from kaocheng.cli.formats import BINARY, writer
from kaocheng.cli.outputs import guard, screen, written
from kaocheng.cli.pool import Lost, ordered
from kaocheng.cli.progress import watched
from kaocheng.cli.refusals import Refused
from kaocheng.cli.reviewing import Review
from kaocheng.cli.sifting import Sieve
from kaocheng.cli.slips import Slip, unread
from kaocheng.cli.suppressions import suppressions
from kaocheng.cli.tally import Tally
from kaocheng.cli.targets import targets
from kaocheng.disclosure.registry import rulebook
from kaocheng.writing import text
from kaocheng.writing.stream import Format, Stream


def run(options: Namespace) -> int:
    """Check every file named and give the exit code.

    Raises Refused before anything is written when the request itself makes no sense.
    """
    paths = targets(options.paths)
    _refuse_nonsense(options, paths)
    form = writer(options.format, person=options.out is None and sys.stdout.isatty())
    review = Review(form.body, _sieve(options), options.edition, options.select, options.ignore)
    tally = Tally()
    with _destination(options.out) as file:
        _stream(form, _slips(review, paths, options), tally, file)
    _say(tally, options)
    return _recorded(options.write_baseline, tally)


def _refuse_nonsense(options: Namespace, paths: Sequence[Path]) -> None:
    lists = [path for path in (options.suppress, options.baseline) if path]
    if options.out:
        guard(options.out, [*paths, *lists])
    if options.write_baseline:
        guard(options.write_baseline, [*paths, *([options.suppress] if options.suppress else [])])
    if options.format in BINARY and not options.out:
        raise Refused(f"{options.format} 格式不能写到屏幕，请用 --out 指定文件。")
    for word in (*options.select, *options.ignore):
        if not any(code.startswith(word) for code in rulebook()):
            raise Refused(f"没有编号为 {word} 或以它开头的规则，全部编号见 kaocheng rules。")


def _sieve(options: Namespace) -> Sieve:
    today = datetime.now().astimezone().date()
    borne = suppressions(options.suppress, today) if options.suppress else ()
    known = load(options.baseline) if options.baseline else {}
    return Sieve(borne, known, recording=options.write_baseline is not None)


def _destination(out: Path | None) -> AbstractContextManager[BinaryIO]:
    return written(out) if out else screen()


def _stream(form: Format, slips: Iterable[Slip], tally: Tally, file: BinaryIO) -> None:
    """Write each piece as it comes, keeping only what the tally keeps."""
    stream = Stream(form, lambda piece: file.write(piece.encode("utf-8", "replace")))
    for slip in slips:
        tally.add(slip)
        why = slip.summary.unreadable
        stream.add(slip.fragment if why is None else form.unreadable(slip.summary.file, why))
        file.flush()  # before the progress bar is drawn again
    stream.close(tally.summaries)


def _slips(review: Review, paths: Sequence[Path], options: Namespace) -> Iterator[Slip]:
    done = ordered(review, paths, jobs=options.jobs, limit=options.time_limit)
    shown = watched(done, len(paths), wanted=not options.no_progress)
    for path, result in zip(paths, shown, strict=True):
        yield unread(str(path), f"{result.why}。") if isinstance(result, Lost) else result


def _say(tally: Tally, options: Namespace) -> None:
    """The summary goes to the screen unless the screen carries the output for a machine."""
    alone = options.format == "text" and not options.out
    stream = sys.stdout if options.out or alone else sys.stderr
    if not alone:
        stream.write(text.tail(tally.summaries))
        stream.writelines(f"{line}\n" for line in tally.unread())
    stream.writelines(f"{line}\n" for line in tally.unshown())
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
