"""Reading and checking one file (核对一份文件): whatever happens in it ends as a slip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kaocheng.cli.sifting import Sieve, sift
from kaocheng.cli.slips import Slip, unread
from kaocheng.disclosure.between.packing import pack
from kaocheng.disclosure.checking import check
from kaocheng.kernel.documents import Unreadable
from kaocheng.kernel.reports import Report
from kaocheng.reading.opening import Misnamed, read
from kaocheng.writing.summary import summary


@dataclass(frozen=True, slots=True)
class Review:
    """How every file of a run is to be checked; called with a path in a worker process.

    `body` turns a report into its part of the output, something small that can be sent.
    """

    body: Callable[[Report], object]
    sieve: Sieve
    edition: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    trust_content: bool = False

    def __call__(self, path: Path) -> Slip:
        """Check one file; never raises, because one bad file must not stop the rest."""
        try:
            return self._slip(path)
        except Misnamed as misnamed:
            return unread(str(path), f"{misnamed}不改名也可以加 --trust-content，按内容读取。")
        except Unreadable as unreadable:
            return unread(str(path), str(unreadable))
        except MemoryError:
            return unread(str(path), "内存不足，读不下这份文件。")
        except RecursionError:
            return unread(str(path), "内容嵌套过深，无法读取。")
        except Exception as error:  # noqa: BLE001  # a fault of ours is told of the one file it meets
            return unread(str(path), f"核对时程序出错（{type(error).__name__}：{error}）。")

    def _slip(self, path: Path) -> Slip:
        document = read(path, trust_content=self.trust_content)
        report = check(document, edition=self.edition, select=self.select, ignore=self.ignore)
        return replace(self.slip(report), packed=pack(report.extract) if report.extract else None)

    def slip(self, report: Report) -> Slip:
        """What is sent on of a report: without what is borne or known, and small."""
        sifted = sift(report, self.sieve)
        return Slip(
            summary(sifted.report),
            self.body(sifted.report),
            sifted.suppressed,
            sifted.known,
            sifted.fingerprints,
        )
