"""The counter (导服台取号): a clerk takes a ticket or checks somebody in who cannot use the kiosk."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from kaocheng.hall.rules import priorities
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.requests import SignedIn
from kaocheng.site.hall import services
from kaocheng.site.hall.items import item_names
from kaocheng.site.hall.models import StoredAppointment, StoredHall, StoredTicket
from kaocheng.site.hall.pages.caller import role_of
from kaocheng.site.hall.pages.choosing import chosen_hall
from kaocheng.site.hall.pages.kiosk import slip_context
from kaocheng.site.hall.services.storing import hall_of


class CounterForm(forms.Form):
    """Business, item and priority; or the six digits of an appointment (导服台取号)."""

    group = forms.ChoiceField(label="业务", required=False)
    item = forms.ChoiceField(label="事项", required=False)
    priority = forms.ChoiceField(label="优先", required=False)
    pin = forms.CharField(
        label="预约签到码", required=False, max_length=6, help_text="有预约的只填这一项。"
    )

    def __init__(self, *args: object, hall: StoredHall, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        groups = list(hall.groups.filter(active=True))
        numbers = [item for group in groups for item in group.items]
        choices = {
            "group": [(group.letter, f"{group.letter} {group.name}") for group in groups],
            "item": [("", "不指定"), *item_names(hall.county, numbers).items()],
            "priority": [("", "一般"), *((p.key, p.title) for p in priorities().values())],
        }
        for name, told in choices.items():
            self.fields[name].choices = told  # type: ignore[attr-defined]


def counter(request: SignedIn) -> HttpResponseBase:
    """Take a ticket for somebody at the counter."""
    hall = chosen_hall(request)
    if hall is None:
        return render(request, "hall/floor/none.html")
    form = CounterForm(request.POST or None, hall=hall)
    if request.method == "POST" and form.is_valid():
        try:
            row = _take(request, hall, form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("hall:counter_slip", row.code)
    status = 400 if form.errors else 200
    return render(request, "hall/counter/take.html", {"form": form, "hall": hall}, status=status)


def counter_slip(request: SignedIn, code: str) -> HttpResponse:
    """The slip, to be printed at the counter."""
    row = StoredTicket.objects.filter(county=request.user.county, code=code).first()
    if row is None:
        raise Http404("没有这张号票。")
    context = slip_context(request, hall_of(row.county, row.hall), row)
    return render(request, "hall/counter/slip.html", context)


def _take(request: SignedIn, hall: StoredHall, given: dict[str, str]) -> StoredTicket:
    at = timezone.now()
    who = {"county": hall.county, "by": request.user, "role": role_of(request), "at": at}
    if pin := given["pin"].strip():
        rows = StoredAppointment.objects.filter(county=hall.county, hall=hall.number, pin=pin)
        number = rows.filter(day=local_day(at)).values_list("number", flat=True).first()
        if number is None:
            raise Refusal(
                "appointment.none", f"今天没有签到码是{pin}的预约。", "请核对签到码和日期。"
            )
        return services.check_in(number=number, priority=given["priority"], **who)  # type: ignore[arg-type]
    return services.take_ticket(
        hall=hall.number, group=given["group"], item=given["item"], priority=given["priority"],
        channel="counter", **who,  # type: ignore[arg-type]
    )  # fmt: skip
