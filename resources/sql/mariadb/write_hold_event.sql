-- SPDX-License-Identifier: MIT
LOCK TABLES mysql.event READ
