-- SPDX-License-Identifier: MIT
-- Holding waits for others, so each statement has to see what they committed meanwhile.
BEGIN ISOLATION LEVEL READ COMMITTED
