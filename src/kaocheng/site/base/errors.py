"""Pages of what went wrong (错误页): what happened, and what the reader can do now."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.base.noticing import note_refusal

MIB = 1 << 20
NO_PAGE = "没有这个页面，或者您不能打开它。"
NO_RIGHT = "您的岗位没有打开这个页面的权限。"


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return _page(
        request,
        400,
        "请求无法处理",
        "浏览器发来的内容不完整或不合要求。",
        "请返回上一页，刷新后重试。",
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403, noted in the log."""
    note_refusal(request, request.path)
    return _page(request, 403, "没有权限", _said(exception, NO_RIGHT), "需要时请联系部门管理员。")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404; noted when a page said in its own words that this is not for this reader to see."""
    said = _said(exception, NO_PAGE)
    if said != NO_PAGE:
        note_refusal(request, request.path)
    return _page(request, 404, "没有找到", said, "请检查网址或编号，或者从首页进入。")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that was not ours, or is too old."""
    return _page(
        request,
        403,
        "页面已过期",
        "这张表单已经失效，内容没有提交。",
        "请返回上一页，刷新后重新提交。",
    )


def too_large(request: HttpRequest, length: int) -> HttpResponse:
    """413, noted, said before anything was read; the connection is closed, as the rest is not wanted."""
    note_refusal(request, f"{request.path}：{length / MIB:,.0f} MB")
    told = (
        f"这次上传共 {length / MIB:,.0f} MB，超过上限 {settings.UPLOAD_MOST // MIB} MB，没有接收。"
    )
    answer = _bare(413, "文件太大", told, "请降低扫描分辨率，或者分几次上传。")
    answer["Connection"] = "close"
    return answer


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """409: a rule does not allow it; the sentence is the rule's own."""
    return _page(request, 409, "没有办成", refusal.message, refusal.remedy)


def broken(request: HttpRequest) -> HttpResponse:
    """500, made of nothing that could itself be broken."""
    return _bare(
        500,
        "系统出错了",
        "这次操作没有完成，已提交的数据没有保存一半的情况。",
        "请稍后重试；再次出现时，请把时间和网址告诉系统管理员。",
    )


def _page(request: HttpRequest, status: int, title: str, said: str, remedy: str) -> HttpResponse:
    context: dict[str, Any] = {"status": status, "title": title, "said": said, "remedy": remedy}
    if not hasattr(request, "user"):  # refused before the sign-in was looked at
        return _bare(status, title, said, remedy)
    return render(request, "base/error.html", context, status=status)


def _bare(status: int, title: str, said: str, remedy: str) -> HttpResponse:
    context = {"title": title, "said": said, "remedy": remedy, "site_name": settings.SITE_NAME}
    return HttpResponse(render_to_string("base/error_bare.html", context), status=status)


def _said(exception: Exception, otherwise: str) -> str:
    """The sentence given with the exception; Django's own English is not for readers."""
    said = str(exception.args[0]) if exception.args and isinstance(exception.args[0], str) else ""
    return said if any("\u4e00" <= letter <= "\u9fff" for letter in said) else otherwise
