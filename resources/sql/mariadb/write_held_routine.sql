-- SPDX-License-Identifier: MIT
SELECT comment FROM mysql.proc WHERE db = ? AND name = ? AND type = ?
