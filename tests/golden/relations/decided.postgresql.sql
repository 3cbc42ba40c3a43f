-- Foreign keys of shop (PostgreSQL) that nobody declared.
-- To be run outside of a transaction: an index is made concurrently, and a check of old rows that fails leaves the key for new ones.

-- billing.invoices."select\n; -- ""q"" `z` \\" → "we""ird\n*/ 'x' `y` \\ table".id (added)
CREATE INDEX CONCURRENTLY IF NOT EXISTS "invoices_select
; -- ""q"" `z` \_idx"
    ON billing.invoices ("select
; -- ""q"" `z` \");
ALTER TABLE billing.invoices
    ADD CONSTRAINT "invoices_select
; -- ""q"" `z` \_fkey" FOREIGN KEY ("select
; -- ""q"" `z` \") REFERENCES public."we""ird
*/ 'x' `y` \ table" (id) NOT VALID;
ALTER TABLE billing.invoices
    VALIDATE CONSTRAINT "invoices_select
; -- ""q"" `z` \_fkey";

-- billing.invoices.author → tenants.id (added)
CREATE INDEX CONCURRENTLY IF NOT EXISTS invoices_author_idx
    ON billing.invoices (author);
ALTER TABLE billing.invoices
    ADD CONSTRAINT invoices_author_fkey FOREIGN KEY (author) REFERENCES public.tenants (id) NOT VALID;
ALTER TABLE billing.invoices
    VALIDATE CONSTRAINT invoices_author_fkey;

-- bits.owner_id → tenants.id (added)
-- No key is written: bits.owner_type chooses the table of each row, and a key has one table.

-- lines.(order_id, tenant_id) → prices.(order_id, tenant_id) (added)
CREATE INDEX CONCURRENTLY IF NOT EXISTS lines_tenant_id_order_id_idx
    ON public.lines (tenant_id, order_id);
ALTER TABLE public.lines
    ADD CONSTRAINT lines_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES public.prices (tenant_id, order_id) NOT VALID;
ALTER TABLE public.lines
    VALIDATE CONSTRAINT lines_tenant_id_order_id_fkey;

-- lines.token → orders.id (confirmed)
-- No key is written: PostgreSQL refuses a key from uuid to integer: the two do not compare.

-- notes.subject_id → orders.id, "we""ird\n*/ 'x' `y` \\ table".id, ? (confirmed)
-- No key is written: notes.subject_type chooses the table of each row, and a key has one table.

-- orders.billing_code → customers.code (confirmed)
-- No key is written: customers (code) is not unique: it needs a primary key or a unique constraint of exactly these columns first.

-- orders.customer_id → customers.id (confirmed: seen in ; DROP TABLE x; -- the code)
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_customer_id_idx
    ON public.orders (customer_id);
ALTER TABLE public.orders
    ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers (id) NOT VALID;
ALTER TABLE public.orders
    VALIDATE CONSTRAINT orders_customer_id_fkey;

-- orders.seller_id → "we""ird\n*/ 'x' `y` \\ table".id (confirmed)
ALTER TABLE public.orders
    ADD CONSTRAINT orders_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES public."we""ird
*/ 'x' `y` \ table" (id) NOT VALID;
ALTER TABLE public.orders
    VALIDATE CONSTRAINT orders_seller_id_fkey;

-- orders.tenant_id → tenants.id (inferred 0.93)
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_tenant_id_idx
    ON public.orders (tenant_id);
ALTER TABLE public.orders
    ADD CONSTRAINT orders_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants (id) NOT VALID;
ALTER TABLE public.orders
    VALIDATE CONSTRAINT orders_tenant_id_fkey;

-- parted.customer_id → customers.id (added)
CREATE INDEX IF NOT EXISTS parted_customer_id_idx
    ON public.parted (customer_id);
ALTER TABLE public.parted
    ADD CONSTRAINT parted_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers (id);

-- prices.order_id → orders.id (added)
ALTER TABLE public.prices
    ADD CONSTRAINT prices_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders (id) NOT VALID;
ALTER TABLE public.prices
    VALIDATE CONSTRAINT prices_order_id_fkey;

-- seen.order_id → orders.id (added)
-- No key is written: seen is a view, which has no foreign keys.
