-- SPDX-License-Identifier: MIT
-- Keeps the index of the -wal file in memory instead of a -shm file.
PRAGMA locking_mode = EXCLUSIVE
