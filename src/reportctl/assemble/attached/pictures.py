"""Pictures as attachments: PNG and JPEG, sound and without what tells where they were taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportctl import images, metadata
from reportctl.assemble.attached.content import AttachedContent, BadAttachmentError, ending
from reportctl.document import Picture

if TYPE_CHECKING:
    from reportctl.assemble.attached.content import AttachedFile

_HEADS = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}


def read(file: AttachedFile) -> AttachedContent:
    """The picture, described by the attachment's title.

    Raises:
        BadAttachmentError: it is no such picture, or damaged.
    """
    data = file.data
    if not data.startswith(_HEADS[ending(file.name)]):
        raise BadAttachmentError("内容不是这种图片")
    try:
        images.read(data)
        cleaned, orientation = metadata.without_metadata(data), metadata.orientation(data)
        images.read(cleaned)
    except ValueError:
        raise BadAttachmentError("图片损坏了\uff0c打不开") from None
    return AttachedContent((Picture(cleaned, file.title, orientation),))
