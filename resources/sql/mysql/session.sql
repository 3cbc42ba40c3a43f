-- SPDX-License-Identifier: MIT
SET SESSION lock_wait_timeout = CAST(? AS UNSIGNED),
    SESSION max_execution_time = CAST(? AS UNSIGNED) * 1000,
    SESSION sql_mode = '',
    SESSION sql_quote_show_create = 1,
    SESSION max_error_count = 65535,
    SESSION net_write_timeout = 600,
    SESSION information_schema_stats_expiry = 86400
