"""The audit (kiểm tra việc thực hiện): how a directive was carried out by those whom it binds.

Takes an archive and a directive in it, or documents alone, gives `models.audit.Audit`.
"""

from __future__ import annotations

from pipeline.audit.auditing import audit, audit_files

__all__ = ["audit", "audit_files"]
