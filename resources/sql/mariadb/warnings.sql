-- SPDX-License-Identifier: MIT
SHOW WARNINGS
