"""Addresses (网址): 底座."""

from __future__ import annotations

from kaocheng.hall.posts import STAFF
from kaocheng.site.base.display import choose_display
from kaocheng.site.base.files.serving import open_file
from kaocheng.site.base.pages import workbench
from kaocheng.site.base.routes import ANYONE, page

app_name = "base"
urlpatterns = [
    page("display/", choose_display, name="display", may=ANYONE),
    page("workbench/", workbench, name="workbench", may=STAFF),
    # whether the reader may open it is decided by what owns the file
    page("files/<slug:number>/", open_file, name="file", may=ANYONE),
]
