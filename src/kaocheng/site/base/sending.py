"""Sending a file that a page has made (下载): what it is, and the name it is kept under."""

from __future__ import annotations

from typing import TypeVar

from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

CSV = "text/csv; charset=utf-8"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Answer = TypeVar("Answer", bound=HttpResponseBase)


def attached(answer: Answer, name: str) -> Answer:
    """The answer as a file to be kept (附件), under this name, Chinese or not."""
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return answer
