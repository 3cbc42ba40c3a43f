-- SPDX-License-Identifier: MIT
-- Objects whose CREATE text this SQLite cannot parse are left out instead of failing everything.
PRAGMA writable_schema = ON
