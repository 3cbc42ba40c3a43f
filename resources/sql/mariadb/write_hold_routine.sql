-- SPDX-License-Identifier: MIT
LOCK TABLES mysql.proc READ
