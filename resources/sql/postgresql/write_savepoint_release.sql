-- SPDX-License-Identifier: MIT
RELEASE SAVEPOINT edit
