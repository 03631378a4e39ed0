"""What may be asked of the catalogue and done to it (事项目录服务)."""

from kaocheng.site.catalogue.services.adopting import adopt_version
from kaocheng.site.catalogue.services.delegations import (
    delegate_item,
    end_delegation,
    may_take_in,
)
from kaocheng.site.catalogue.services.departments import (
    department_names,
    department_titles,
    save_department,
)
from kaocheng.site.catalogue.services.directories import order_entries, publish_directory
from kaocheng.site.catalogue.services.drafts import save_elements, save_part
from kaocheng.site.catalogue.services.importing import Taking, import_items
from kaocheng.site.catalogue.services.items import move_item, register_item
from kaocheng.site.catalogue.services.samples import attach_sample
from kaocheng.site.catalogue.services.versions import (
    pinned_version,
    published_items,
    version_in_force,
    version_of,
)

__all__ = [
    "Taking",
    "adopt_version",
    "attach_sample",
    "delegate_item",
    "department_names",
    "department_titles",
    "end_delegation",
    "import_items",
    "may_take_in",
    "move_item",
    "order_entries",
    "pinned_version",
    "publish_directory",
    "published_items",
    "register_item",
    "save_department",
    "save_elements",
    "save_part",
    "version_in_force",
    "version_of",
]
