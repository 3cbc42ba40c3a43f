-- SPDX-License-Identifier: MIT
-- One per kind; nested ones of the same name are fine, the latest counts.
SAVEPOINT kind
