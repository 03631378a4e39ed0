"""What is done with papers and archives (文书与档案服务)."""

from __future__ import annotations

from kaocheng.site.papers.services.archiving import check_archive, open_archive, seal_archive
from kaocheng.site.papers.services.correcting import correct_paper
from kaocheng.site.papers.services.events import issue_papers
from kaocheng.site.papers.services.issuing import issue_paper
from kaocheng.site.papers.services.offices import keep_office, office_of
from kaocheng.site.papers.services.outstanding import issue_outstanding, issue_recent
from kaocheng.site.papers.services.printing import docx_of, pdf_of, printed
from kaocheng.site.papers.services.resealing import reseal_papers
from kaocheng.site.papers.services.standing import standing_paper, words_of

__all__ = [
    "check_archive",
    "correct_paper",
    "docx_of",
    "issue_outstanding",
    "issue_paper",
    "issue_papers",
    "issue_recent",
    "keep_office",
    "office_of",
    "open_archive",
    "pdf_of",
    "printed",
    "reseal_papers",
    "seal_archive",
    "standing_paper",
    "words_of",
]
