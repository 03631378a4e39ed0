"""All addresses of the site (网址总表)."""

from __future__ import annotations

from django.urls import include, path

from kaocheng.site.base import errors
from kaocheng.site.base.health import health
from kaocheng.site.base.pages import home
from kaocheng.site.base.routes import ANYONE, page

urlpatterns = [
    path("base/", include("kaocheng.site.base.urls")),
    path("account/", include("kaocheng.site.accounts.signing")),
    path("account/", include("kaocheng.site.accounts.urls")),
    path("audit/", include("kaocheng.site.audit.urls")),
    path("law/", include("kaocheng.site.law.urls")),
    path("applicants/", include("kaocheng.site.applicants.urls")),
    path("catalogue/", include("kaocheng.site.catalogue.urls")),
    path("hall/", include("kaocheng.site.hall.urls")),
    path("papers/", include("kaocheng.site.papers.urls")),
    path("cases/", include("kaocheng.site.cases.urls")),
    path("feedback/", include("kaocheng.site.feedback.urls")),
    path("themes/", include("kaocheng.site.themes.urls")),
    path("desk/", include("kaocheng.site.desk.urls")),
    path("supervision/", include("kaocheng.site.supervision.urls")),
    path("api/", include("kaocheng.site.api.urls")),
    path("", include("kaocheng.site.portal.urls")),
    page("health/", health, name="health", may=ANYONE),
    page("", home, name="home", may=ANYONE),
]
handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.broken
