-- notes.subject_id → orders.id, "we""ird\n*/ 'x' `y` \\ table".id, ? when 'Per\son ' is left out: a note is one line, and the value is more.
-- notes.subject_id → ? (when 'Gone') is left out: its target is no table of this database.

-- was: NULL
COMMENT ON COLUMN billing.invoices.author IS '@references tenants(id)';

-- was: NULL
COMMENT ON COLUMN billing.invoices."select
; -- ""q"" `z` \" IS E'@references "we""ird\\n*/ ''x'' `y` \\\\ table"(id)';

-- was: NULL
COMMENT ON COLUMN public.bits.owner_id IS '@references tenants(id)';

-- was: NULL
COMMENT ON COLUMN public.lines.order_id IS '@references prices(order_id, tenant_id)';

-- was: NULL
COMMENT ON COLUMN public.lines.tenant_id IS '@references prices(order_id, tenant_id)';

-- was: NULL
COMMENT ON COLUMN public.lines.token IS '@references orders(id)';

-- was: NULL
COMMENT ON COLUMN public.notes.subject_id IS '@references orders(id) when subject_type=''Or''''der''';

-- was: NULL
COMMENT ON COLUMN public.orders.billing_code IS '@references customers(code)';

-- was: E'who ''pays''\r\nalways\\never'
COMMENT ON COLUMN public.orders.customer_id IS E'who ''pays''\r\nalways\\never\r\n@references customers(id)';

-- was: '@references people(id)'
COMMENT ON COLUMN public.orders.seller_id IS E'@references people(id)\n@references "we""ird\\n*/ ''x'' `y` \\\\ table"(id)';

-- was: NULL
COMMENT ON COLUMN public.orders.tenant_id IS '@references tenants(id)';

-- was: NULL
COMMENT ON COLUMN public.parted.customer_id IS '@references customers(id)';

-- was: NULL
COMMENT ON COLUMN public.prices.order_id IS '@references orders(id)';

-- was: NULL
COMMENT ON COLUMN public.seen.order_id IS '@references orders(id)';
