"""Reading and checking one file (核对一份文件): whatever happens in it ends as a slip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kaocheng.cli.sifting import Sieve, sift
from kaocheng.cli.slips import Slip, decided, kind
from kaocheng.disclosure.checking import check
from kaocheng.kernel.documents import Unreadable
from kaocheng.kernel.reports import Report
from kaocheng.reading.opening import read

Render = Callable[[Report], str | bytes]


@dataclass(frozen=True, slots=True)
class Review:
    """How every file of a run is to be checked; called with a path in a worker process."""

    render: Render
    sieve: Sieve
    edition: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def __call__(self, path: Path) -> Slip:
        """Check one file; never raises, because one bad file must not stop the rest."""
        try:
            return self._slip(path)
        except Unreadable as unreadable:
            return Slip(str(path), unreadable=str(unreadable))
        except MemoryError:
            return Slip(str(path), unreadable="内存不足，读不下这份文件。")
        except RecursionError:
            return Slip(str(path), unreadable="内容嵌套过深，无法读取。")
        except Exception as error:  # noqa: BLE001  # a fault of ours in one file is told, not hidden
            return Slip(
                str(path), unreadable=f"核对时程序出错（{type(error).__name__}: {error}）。"
            )

    def _slip(self, path: Path) -> Slip:
        report = check(read(path), edition=self.edition, select=self.select, ignore=self.ignore)
        sifted = sift(report, self.sieve)
        report = sifted.report
        return Slip(
            file=report.document.file,
            kind=kind(report),
            errors=report.errors,
            notes=report.notes,
            decided=decided(report),
            bound=len(report.figures) - len(report.free),
            printed=len(report.figures),
            suppressed=sifted.suppressed,
            known=sifted.known,
            fingerprints=sifted.fingerprints,
            fragment=self.render(report),
        )
