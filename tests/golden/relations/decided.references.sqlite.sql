-- notes.subject_id → orders.id, "we""ird\n*/ 'x' `y` \\ table".id, ? when 'Per\son ' is left out: a note is one line, and the value is more.
-- notes.subject_id → ? (when 'Gone') is left out: its target is no table of this database.

-- was: NULL
COMMENT ON COLUMN invoices.author IS '@references tenants(id)';

-- was: NULL
COMMENT ON COLUMN invoices."select
; -- ""q"" `z` \" IS E'@references "we""ird\\n*/ ''x'' `y` \\\\ table"(id)';

-- was: NULL
COMMENT ON COLUMN bits.owner_id IS '@references tenants(id)';

-- was: NULL
COMMENT ON COLUMN lines.order_id IS '@references prices(order_id, tenant_id)';

-- was: NULL
COMMENT ON COLUMN lines.tenant_id IS '@references prices(order_id, tenant_id)';

-- was: NULL
COMMENT ON COLUMN lines.token IS '@references orders(id)';

-- was: NULL
COMMENT ON COLUMN notes.subject_id IS '@references orders(id) when subject_type=''Or''''der''';

-- was: NULL
COMMENT ON COLUMN orders.billing_code IS '@references customers(code)';

-- was: E'who ''pays''\r\nalways\\never'
COMMENT ON COLUMN orders.customer_id IS E'who ''pays''\r\nalways\\never\r\n@references customers(id)';

-- was: '@references people(id)'
COMMENT ON COLUMN orders.seller_id IS E'@references people(id)\n@references "we""ird\\n*/ ''x'' `y` \\\\ table"(id)';

-- was: NULL
COMMENT ON COLUMN orders.tenant_id IS '@references tenants(id)';

-- was: NULL
COMMENT ON COLUMN parted.customer_id IS '@references customers(id)';

-- was: NULL
COMMENT ON COLUMN prices.order_id IS '@references orders(id)';

-- was: NULL
COMMENT ON COLUMN seen.order_id IS '@references orders(id)';
