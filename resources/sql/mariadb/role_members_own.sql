-- SPDX-License-Identifier: MIT
SELECT GRANTEE, ROLE_NAME FROM information_schema.APPLICABLE_ROLES
