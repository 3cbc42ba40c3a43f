-- Foreign keys of shop (SQLite) that nobody declared.
-- SQLite adds no key to a table that exists. Make a new table with the clause, copy the rows, put it in the place of the old one.

-- billing.invoices."select\n; -- ""q"" `z` \\" → "we""ird\n*/ 'x' `y` \\ table".id (added)
-- In the new "invoices":
--     CONSTRAINT "invoices_select
-- ; -- ""q"" `z` \_fk" FOREIGN KEY ("select
-- ; -- ""q"" `z` \") REFERENCES "we""ird
-- */ 'x' `y` \ table" ("id")
-- and behind it:
--     CREATE INDEX "invoices_select
-- ; -- ""q"" `z` \_idx" ON "invoices" ("select
-- ; -- ""q"" `z` \");

-- billing.invoices.author → tenants.id (added)
-- In the new "invoices":
--     CONSTRAINT "invoices_author_fk" FOREIGN KEY ("author") REFERENCES "tenants" ("id")
-- and behind it:
--     CREATE INDEX "invoices_author_idx" ON "invoices" ("author");

-- bits.owner_id → tenants.id (added)
-- No key is written: bits.owner_type chooses the table of each row, and a key has one table.

-- lines.(order_id, tenant_id) → prices.(order_id, tenant_id) (added)
-- In the new "lines":
--     CONSTRAINT "lines_tenant_id_order_id_fk" FOREIGN KEY ("tenant_id", "order_id") REFERENCES "prices" ("tenant_id", "order_id")
-- and behind it:
--     CREATE INDEX "lines_tenant_id_order_id_idx" ON "lines" ("tenant_id", "order_id");

-- lines.token → orders.id (confirmed)
-- No key is written: SQLite would take the key, but uuid and integer only meet where the values happen to look alike after the affinity INTEGER of the parent is applied.

-- notes.subject_id → orders.id, "we""ird\n*/ 'x' `y` \\ table".id, ? (confirmed)
-- No key is written: notes.subject_type chooses the table of each row, and a key has one table.

-- orders.billing_code → customers.code (confirmed)
-- No key is written: customers (code) is not unique: it needs a primary key or a unique constraint of exactly these columns first.

-- orders.customer_id → customers.id (confirmed: seen in ; DROP TABLE x; -- the code)
-- In the new "orders":
--     CONSTRAINT "orders_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id")
-- and behind it:
--     CREATE INDEX "orders_customer_id_idx" ON "orders" ("customer_id");

-- orders.seller_id → "we""ird\n*/ 'x' `y` \\ table".id (confirmed)
-- In the new "orders":
--     CONSTRAINT "orders_seller_id_fk" FOREIGN KEY ("seller_id") REFERENCES "we""ird
-- */ 'x' `y` \ table" ("id")

-- orders.tenant_id → tenants.id (inferred 0.93)
-- In the new "orders":
--     CONSTRAINT "orders_tenant_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id")
-- and behind it:
--     CREATE INDEX "orders_tenant_id_idx" ON "orders" ("tenant_id");

-- parted.customer_id → customers.id (added)
-- In the new "parted":
--     CONSTRAINT "parted_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id")
-- and behind it:
--     CREATE INDEX "parted_customer_id_idx" ON "parted" ("customer_id");

-- prices.order_id → orders.id (added)
-- In the new "prices":
--     CONSTRAINT "prices_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "orders" ("id")

-- seen.order_id → orders.id (added)
-- No key is written: seen is a view, which has no foreign keys.
