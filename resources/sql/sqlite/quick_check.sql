-- SPDX-License-Identifier: MIT
-- The first thing that is wrong with the pages of the file, or "ok"; indexes are not compared.
PRAGMA quick_check(1)
