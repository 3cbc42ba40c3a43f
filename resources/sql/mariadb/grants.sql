-- SPDX-License-Identifier: MIT
SELECT 'server', CONVERT(CONCAT(User, '@', Host) USING utf8mb4), NULL, NULL, NULL,
       CONCAT_WS(',', IF(Select_priv = 'Y', 'Select', NULL),
                 IF(Insert_priv = 'Y', 'Insert', NULL),
                 IF(Update_priv = 'Y', 'Update', NULL),
                 IF(Delete_priv = 'Y', 'Delete', NULL),
                 IF(Create_priv = 'Y', 'Create', NULL),
                 IF(Drop_priv = 'Y', 'Drop', NULL),
                 IF(References_priv = 'Y', 'References', NULL),
                 IF(Index_priv = 'Y', 'Index', NULL),
                 IF(Alter_priv = 'Y', 'Alter', NULL),
                 IF(Create_tmp_table_priv = 'Y', 'Create temporary tables', NULL),
                 IF(Lock_tables_priv = 'Y', 'Lock tables', NULL),
                 IF(Execute_priv = 'Y', 'Execute', NULL),
                 IF(Create_view_priv = 'Y', 'Create view', NULL),
                 IF(Show_view_priv = 'Y', 'Show view', NULL),
                 IF(Create_routine_priv = 'Y', 'Create routine', NULL),
                 IF(Alter_routine_priv = 'Y', 'Alter routine', NULL),
                 IF(Event_priv = 'Y', 'Event', NULL),
                 IF(Trigger_priv = 'Y', 'Trigger', NULL),
                 IF(Reload_priv = 'Y', 'Reload', NULL),
                 IF(Shutdown_priv = 'Y', 'Shutdown', NULL),
                 IF(Process_priv = 'Y', 'Process', NULL),
                 IF(File_priv = 'Y', 'File', NULL),
                 IF(Show_db_priv = 'Y', 'Show databases', NULL),
                 IF(Super_priv = 'Y', 'Super', NULL),
                 IF(Repl_slave_priv = 'Y', 'Replication slave', NULL),
                 IF(Repl_client_priv = 'Y', 'Replication client', NULL),
                 IF(Create_user_priv = 'Y', 'Create user', NULL),
                 IF(Create_tablespace_priv = 'Y', 'Create tablespace', NULL)),
       Grant_priv = 'Y', NULL
FROM mysql.user
UNION ALL
SELECT 'schema', CONVERT(CONCAT(User, '@', Host) USING utf8mb4), CONVERT(Db USING utf8mb4), NULL, NULL,
       CONCAT_WS(',', IF(Select_priv = 'Y', 'Select', NULL),
                 IF(Insert_priv = 'Y', 'Insert', NULL),
                 IF(Update_priv = 'Y', 'Update', NULL),
                 IF(Delete_priv = 'Y', 'Delete', NULL),
                 IF(Create_priv = 'Y', 'Create', NULL),
                 IF(Drop_priv = 'Y', 'Drop', NULL),
                 IF(References_priv = 'Y', 'References', NULL),
                 IF(Index_priv = 'Y', 'Index', NULL),
                 IF(Alter_priv = 'Y', 'Alter', NULL),
                 IF(Create_tmp_table_priv = 'Y', 'Create temporary tables', NULL),
                 IF(Lock_tables_priv = 'Y', 'Lock tables', NULL),
                 IF(Execute_priv = 'Y', 'Execute', NULL),
                 IF(Create_view_priv = 'Y', 'Create view', NULL),
                 IF(Show_view_priv = 'Y', 'Show view', NULL),
                 IF(Create_routine_priv = 'Y', 'Create routine', NULL),
                 IF(Alter_routine_priv = 'Y', 'Alter routine', NULL),
                 IF(Event_priv = 'Y', 'Event', NULL),
                 IF(Trigger_priv = 'Y', 'Trigger', NULL)),
       Grant_priv = 'Y', NULL
FROM mysql.db
UNION ALL
SELECT 'table', CONVERT(CONCAT(User, '@', Host) USING utf8mb4), CONVERT(Db USING utf8mb4),
       CONVERT(Table_name USING utf8mb4), NULL, CONVERT(Table_priv USING utf8mb4),
       FIND_IN_SET('Grant', Table_priv) > 0, CONVERT(Grantor USING utf8mb4)
FROM mysql.tables_priv
UNION ALL
SELECT 'column', CONVERT(CONCAT(User, '@', Host) USING utf8mb4), CONVERT(Db USING utf8mb4),
       CONVERT(Table_name USING utf8mb4), CONVERT(Column_name USING utf8mb4),
       CONVERT(Column_priv USING utf8mb4), 0, NULL
FROM mysql.columns_priv
UNION ALL
SELECT 'routine', CONVERT(CONCAT(User, '@', Host) USING utf8mb4), CONVERT(Db USING utf8mb4),
       CONVERT(Routine_name USING utf8mb4), CONVERT(Routine_type USING utf8mb4),
       CONVERT(Proc_priv USING utf8mb4), FIND_IN_SET('Grant', Proc_priv) > 0,
       CONVERT(Grantor USING utf8mb4)
FROM mysql.procs_priv
