-- SPDX-License-Identifier: MIT
ROLLBACK TO SAVEPOINT edit
