"""Setting points by hand and objecting to them (考核打分、更正、异议): each with a reason, none by oneself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from django.conf import settings
from django.db import IntegrityError, transaction

from kaocheng.hall.assessment import Rule, Subject, sheet_on
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.audit.services import append
from kaocheng.site.supervision.models import StoredRuling


@dataclass(frozen=True, slots=True)
class Line:
    """A line of somebody's month (考核行)."""

    county: str
    month: date
    kind: Subject
    subject: str
    rule: str

    @property
    def filter(self) -> dict[str, object]:
        """As columns."""
        return {
            "county": self.county, "month": self.month, "kind": self.kind.value,
            "subject": self.subject, "rule": self.rule,
        }  # fmt: skip


@transaction.atomic
def set_points(line: Line, *, points: str, reason: str, hand: Hand) -> StoredRuling:
    """Set the points of a line (打分、更正); an open objection to it is decided by that, and upheld."""
    told, value = _reason(line, reason, hand), _points(_rule(line), points)
    row = _open(line) or StoredRuling(**line.filter)
    row.points = value
    return _decide(row, told, hand, "set")


@transaction.atomic
def keep_points(line: Line, *, reason: str, hand: Hand) -> StoredRuling:
    """Not uphold an objection (维持原分)."""
    told, row = _reason(line, reason, hand), _open(line)
    if row is None:
        raise Refusal("assessment.none", "这一项没有待答复的异议。", "请刷新页面。")
    return _decide(row, told, hand, "keep")


@transaction.atomic
def object_to(line: Line, *, text: str, hand: Hand) -> StoredRuling:
    """Object to a line of one's own month (提出异议)."""
    _rule(line)
    if line.kind is not Subject.PERSON or line.subject != hand.name:
        raise Refusal("assessment.own", "只能对本人的考核提出异议。", "窗口的考核请找大厅主管。")
    if not text.strip():
        raise Refusal("assessment.text", "没有写异议的理由。", "请写明哪里不对、有什么依据。")
    row = StoredRuling(**line.filter, objection=text.strip()[:400])
    row.raised_by, row.raised_at = hand.name, hand.at
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refusal(
            "assessment.open", "这一项已有异议在等答复。", "请等大厅主管答复。"
        ) from error
    _tell(row, "object", hand, text=row.objection)
    return row


def _decide(row: StoredRuling, reason: str, hand: Hand, kind: str) -> StoredRuling:
    row.reason, row.decided_by, row.decided_at = reason, hand.name, hand.at
    row.save()
    points = "" if row.points is None else str(row.points)
    _tell(row, kind, hand, reason=reason, points=points)
    return row


def _open(line: Line) -> StoredRuling | None:
    rows = StoredRuling.objects.select_for_update()
    return rows.filter(**line.filter, decided_at__isnull=True).first()


def _rule(line: Line) -> Rule:
    following = date(line.month.year + line.month.month // 12, line.month.month % 12 + 1, 1)
    sheet = sheet_on(date.fromordinal(following.toordinal() - 1), settings.ASSESSMENT_SHEETS)
    rule = sheet.rule(line.rule) if sheet else None
    if rule is None or line.kind not in rule.of:
        raise Refusal("assessment.rule", "考核表里没有这一项。", "请从页面上选择。")
    return rule


def _reason(line: Line, reason: str, hand: Hand) -> str:
    if line.kind is Subject.PERSON and line.subject == hand.name:
        raise Refusal("assessment.self", "不能给本人打分或答复本人的异议。", "请由其他主管办理。")
    if not reason.strip():
        raise Refusal("assessment.reason", "没有写理由。", "请写明依据的记录或抽查情况。")
    return reason.strip()[:400]


def _points(rule: Rule, text: str) -> Decimal:
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        value = Decimal("NaN")
    exact = value.is_finite() and value == round(value, 2)
    if not exact or not 0 <= value <= rule.full:
        raise Refusal(
            "assessment.points", f"“{rule.title}”的得分应在0到{rule.full}之间，最多两位小数。",
            "请改正得分。",
        )  # fmt: skip
    return value


def _tell(row: StoredRuling, kind: str, hand: Hand, **facts: str) -> None:
    append(
        county=row.county,
        stream=f"assessment/{row.month:%Y-%m}/{row.kind}/{row.subject}",
        kind=kind,
        facts={"rule": row.rule, **{name: value for name, value in facts.items() if value}},
        actor=hand.name,
        role=hand.role,
        at=hand.at,
    )
