"""What may be asked of the catalogue and done to it (事项目录服务)."""

from kaocheng.site.catalogue.services.adopting import adopt_version
from kaocheng.site.catalogue.services.versions import (
    pinned_version,
    published_items,
    version_in_force,
    version_of,
)

__all__ = [
    "adopt_version",
    "pinned_version",
    "published_items",
    "version_in_force",
    "version_of",
]
