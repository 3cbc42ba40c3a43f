-- Foreign keys of shop (MariaDB) that nobody declared.

-- billing.invoices."select\n; -- ""q"" `z` \\" → "we""ird\n*/ 'x' `y` \\ table".id (added)
ALTER TABLE `billing`.`invoices`
    ADD INDEX `invoices_select
; -- "q" ``z`` \_idx` (`select
; -- "q" ``z`` \`),
    ADD CONSTRAINT `invoices_select
; -- "q" ``z`` \_fk` FOREIGN KEY (`select
; -- "q" ``z`` \`) REFERENCES `public`.`we"ird
*/ 'x' ``y`` \ table` (`id`);

-- billing.invoices.author → tenants.id (added)
ALTER TABLE `billing`.`invoices`
    ADD INDEX `invoices_author_idx` (`author`),
    ADD CONSTRAINT `invoices_author_fk` FOREIGN KEY (`author`) REFERENCES `public`.`tenants` (`id`);

-- bits.owner_id → tenants.id (added)
-- No key is written: bits.owner_type chooses the table of each row, and a key has one table.

-- lines.(order_id, tenant_id) → prices.(order_id, tenant_id) (added)
ALTER TABLE `public`.`lines`
    ADD INDEX `lines_tenant_id_order_id_idx` (`tenant_id`, `order_id`),
    ADD CONSTRAINT `lines_tenant_id_order_id_fk` FOREIGN KEY (`tenant_id`, `order_id`) REFERENCES `public`.`prices` (`tenant_id`, `order_id`);

-- lines.token → orders.id (confirmed)
-- No key is written: values of uuid and integer do not mean the same to MariaDB, even where it takes a key between them.

-- notes.subject_id → orders.id, "we""ird\n*/ 'x' `y` \\ table".id, ? (confirmed)
-- No key is written: notes.subject_type chooses the table of each row, and a key has one table.

-- orders.billing_code → customers.code (confirmed)
-- No key is written: customers (code) is not unique: it needs a primary key or a unique constraint of exactly these columns first.

-- orders.customer_id → customers.id (confirmed: seen in ; DROP TABLE x; -- the code)
ALTER TABLE `public`.`orders`
    ADD INDEX `orders_customer_id_idx` (`customer_id`),
    ADD CONSTRAINT `orders_customer_id_fk` FOREIGN KEY (`customer_id`) REFERENCES `public`.`customers` (`id`);

-- orders.seller_id → "we""ird\n*/ 'x' `y` \\ table".id (confirmed)
-- No key is written: InnoDB wants integers of the same width and sign; bigint and integer differ in width.

-- orders.tenant_id → tenants.id (inferred 0.93)
ALTER TABLE `public`.`orders`
    ADD INDEX `orders_tenant_id_idx` (`tenant_id`),
    ADD CONSTRAINT `orders_tenant_id_fk` FOREIGN KEY (`tenant_id`) REFERENCES `public`.`tenants` (`id`);

-- parted.customer_id → customers.id (added)
-- No key is written: parted is partitioned, and the server keeps no foreign keys of partitioned tables.

-- prices.order_id → orders.id (added)
ALTER TABLE `public`.`prices`
    ADD CONSTRAINT `prices_order_id_fk` FOREIGN KEY (`order_id`) REFERENCES `public`.`orders` (`id`);

-- seen.order_id → orders.id (added)
-- No key is written: seen is a view, which has no foreign keys.
