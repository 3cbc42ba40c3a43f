-- SPDX-License-Identifier: MIT
SELECT @@performance_schema
