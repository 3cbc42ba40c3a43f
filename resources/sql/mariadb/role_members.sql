-- SPDX-License-Identifier: MIT
SELECT IF(Host = '', User, CONCAT(User, '@', Host)), Role FROM mysql.roles_mapping
