"""Rating (评价): by the token of an invitation, without an account, once."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Header, Path, Router

from kaocheng.site.api.mapping import field_map
from kaocheng.site.api.routes.answers import once_for, reading, writing
from kaocheng.site.api.schemas.common import KEY_TOLD, Key
from kaocheng.site.api.schemas.hall import InvitationOut, RatingIn, RatingOut, RatingToken
from kaocheng.site.api.showing.hall import invitation_of, rating_of
from kaocheng.site.feedback.services import invited, rate

router = Router(tags=["评价"])
_SHORT = 40


@router.get("/invitations/{evaluate_token}", summary="看评价邀请", operation_id="invitation",
            **reading(InvitationOut))  # fmt: skip
def invitation(
    request: HttpRequest,
    evaluate_token: Annotated[RatingToken, Path(description="评价链接的最后一段")],
) -> Any:
    """评价的是什么事、哪个环节，有哪些原因可选。用过、过期的邀请不再打开。"""
    return invitation_of(*invited(token=evaluate_token, at=timezone.now()))


@router.post("/ratings", summary="评价", operation_id="rate", **writing(RatingOut))
def rating(
    request: HttpRequest,
    response: HttpResponse,
    key: Annotated[Key, Header(alias="Idempotency-Key", description=KEY_TOLD)],
    given: RatingIn,
) -> Any:
    """一个邀请评价一次。满意度用国家标准的代码：1 是非常满意，5 是非常不满意。"""
    told = field_map("rating").back(given.model_dump())
    who = sha256(given.evaluate_token.encode()).hexdigest()[:_SHORT]

    def do(at: Any) -> dict[str, Any]:
        return rating_of(rate(**told, at=at))

    asked = given.model_dump(mode="json")
    return once_for(request, response, key=key, asked=asked, do=do, caller=f"rating/{who}")
