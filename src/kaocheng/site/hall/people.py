"""Staff to choose from (人员名单): by name, department and posts, never by the name they sign in with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kaocheng.hall.posts import STAFF, Role
from kaocheng.site.accounts.models import Account, StoredPost

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the staff (工作人员): `key` is the number of the account, which addresses and forms carry."""

    key: str
    username: str
    name: str
    unit: str
    roles: tuple[Role, ...]

    def said(self, units: Mapping[str, str]) -> str:
        """Name, department and posts: 张三（示范局，审批）."""
        posts = "、".join(role.title for role in self.roles)
        about = "，".join(filter(None, (units.get(self.unit, self.unit), posts)))
        return f"{self.name}（{about}）" if about else self.name


def staff_of(county: str, *, on: date | None, roles: Iterable[Role] = STAFF) -> list[Person]:
    """Who holds such a post on that day and may sign in; without a day, whoever ever held one."""
    posts = StoredPost.objects.filter(
        account__county=county, role__in=sorted(role.value for role in roles)
    )
    if on is not None:
        posts = posts.held_on(on).filter(account__is_active=True)
    told = ("account_id", "account__username", "account__display_name", "account__unit", "role")
    held: dict[tuple[int, str, str, str], set[str]] = {}
    for *who, role in posts.values_list(*told):
        held.setdefault((who[0], who[1], who[2], who[3]), set()).add(role)
    people = (_person(who, roles) for who, roles in held.items())
    return sorted(people, key=lambda one: (one.name, one.unit, int(one.key)))


def choices_of(people: Sequence[Person], units: Mapping[str, str]) -> list[Choice]:
    """As a form offers them; who cannot be told apart otherwise stands with the number of the account."""
    said = [(one, one.said(units)) for one in people]
    times = Counter(text for _, text in said)
    return [
        (one.key, text if times[text] == 1 else f"{text} 账号编号{one.key}") for one, text in said
    ]


def named(people: Sequence[Person], key: str) -> str:
    """The name to sign in with of the one chosen, "" for nobody (所选人员)."""
    return next((one.username for one in people if one.key == key), "")


def people_among(accounts: Iterable[Account], roles: Iterable[Role] = STAFF) -> list[Person]:
    """These accounts as people, with those of their posts that matter."""
    told = set(roles)
    return [
        Person(
            str(one.pk), one.get_username(), one.display_name, one.unit,
            tuple(role for role in Role if role in one.roles & told),
        )
        for one in accounts
    ]  # fmt: skip


def _person(who: tuple[int, str, str, str], roles: set[str]) -> Person:
    key, username, name, unit = who
    return Person(str(key), username, name, unit, tuple(r for r in Role if r.value in roles))
