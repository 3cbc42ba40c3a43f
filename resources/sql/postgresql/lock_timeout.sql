-- SPDX-License-Identifier: MIT
-- $1 in ms
SELECT set_config('lock_timeout', $1, false)
