-- SPDX-License-Identifier: MIT
-- Everything until snapshot_end sees one state of the catalog.
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY
