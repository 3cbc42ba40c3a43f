-- SPDX-License-Identifier: MIT
SELECT comment FROM mysql.event WHERE db = ? AND name = ?
