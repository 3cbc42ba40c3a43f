-- SPDX-License-Identifier: MIT
SELECT STATE FROM information_schema.PROCESSLIST WHERE ID = ?
