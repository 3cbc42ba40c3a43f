-- SPDX-License-Identifier: MIT
SELECT CURRENT_USER(), @@GLOBAL.read_only, @@explicit_defaults_for_timestamp,
       @@hostname, @@port, CONNECTION_ID()
