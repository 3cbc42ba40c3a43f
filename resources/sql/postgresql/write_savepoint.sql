-- SPDX-License-Identifier: MIT
-- One per edit.
SAVEPOINT edit
