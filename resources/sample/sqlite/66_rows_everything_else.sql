-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Rows that point at everything: notifications, attachments, the audit log.
SAVEPOINT rows_everything_else;

-- Orphans: 5 orders, 3 invoices, 2 shipments; there never was a table of vouchers.
INSERT INTO notifications (customer_id, resource_type, resource_id, template, sent_at, opened_at)
SELECT o.customer_id, 'order', iif(o.id > 400 AND o.id % 100 = 7, o.id + 90000, o.id), 'order-received',
       o.ordered_at,
       iif(o.id % 4 = 0, NULL, datetime(o.ordered_at, '+2 hours'))
FROM tmp_orders o WHERE o.id % 3 = 1 OR o.id IN (407, 507, 607, 707, 807);
INSERT INTO notifications (customer_id, resource_type, resource_id, template, sent_at, opened_at)
SELECT i.customer_id, 'invoice', iif(i.id IN (20100, 20200, 20300), i.id + 90000, i.id), 'invoice-ready',
       i.issued_on || ' 18:00:00', NULL
FROM invoices i WHERE i.id % 5 = 0;
INSERT INTO notifications (customer_id, resource_type, resource_id, template, sent_at, opened_at)
SELECT t.customer_id, 'ticket', t.id, 'ticket-opened', t.opened_at, datetime(t.opened_at, '+1 hour')
FROM tickets t JOIN customers c ON c.id = t.customer_id WHERE t.id % 4 = 0;
INSERT INTO notifications (customer_id, resource_type, resource_id, template, sent_at, opened_at)
SELECT o.customer_id, 'shipment', iif(s.id IN (5040, 5080), s.id + 90000, s.id), 'on-its-way', s.shipped_at, NULL
FROM shipments s JOIN tmp_orders o ON o.id = s.order_id WHERE s.id % 8 = 0;
INSERT INTO notifications (customer_id, resource_type, resource_id, template, sent_at, opened_at)
SELECT c.id, 'voucher', 100 + c.id, 'birthday-voucher', datetime(c.created_at, '+300 days'), NULL
FROM customers c WHERE c.id % 15 = 3;

INSERT INTO attachments (owner_type, owner_id, file_name, size_bytes, uploaded_at)
SELECT 'Ticket', t.id, 'photo_' || t.id || '.jpg', 80000 + t.id * 977 % 900000, t.opened_at
FROM tickets t WHERE t.id % 4 = 1;
INSERT INTO attachments (owner_type, owner_id, file_name, size_bytes, uploaded_at)
SELECT 'TicketMessage', iif(m.messageId % 150 = 0, m.messageId + 90000, m.messageId), 'scan.pdf',
       40000 + m.messageId * 7,
       datetime(m.sentAt / 1000, 'unixepoch')
FROM ticketMessages m WHERE m.messageId % 10 = 0 AND m.messageId <= 600;
INSERT INTO attachments (owner_type, owner_id, file_name, size_bytes, uploaded_at)
SELECT 'ReturnRequest', r.ReturnRequestId, 'label.pdf', 21000 + r.ReturnRequestId, r.CreatedAt
FROM ReturnRequests r WHERE r.Status = 3;
INSERT INTO attachments (owner_type, owner_id, file_name, size_bytes, uploaded_at)
SELECT 'KnowledgeArticle', k.ArticleId, 'leaflet.pdf', 310000, k.CreatedAt
FROM KnowledgeArticles k WHERE k.ArticleId % 2 = 0;

-- The log names tables as they were called at the time: `shop_user` became `customers` in 2016.
INSERT INTO audit_log (table_name, row_id, action, actor, changed_at, before, after)
SELECT n.name, CASE n.name WHEN 'products' THEN 1 + s.b % 240 WHEN 'invoices' THEN 20001 + s.b % 500
                           WHEN 'tmp_orders' THEN 401 + s.b % 440 ELSE 1 + s.b % 300 END,
       json_array('U', 'U', 'I', 'U') ->> (s.c % 4),
       iif(s.c % 5 = 0, NULL, (SELECT id FROM temp.uuids WHERE k = 1 + s.a % 36)),
       datetime('2014-03-01', (s.i * 79 / 10) || ' days', (s.b % 1400) || ' minutes'),
       iif(s.c % 4 = 2, NULL, json_object('status', 1)), json_object('status', 2)
FROM temp.seq s
JOIN (SELECT key AS k, value AS name FROM json_each('["products", "customers", "invoices", "tmp_orders"]')
      UNION ALL SELECT 10, 'shop_user') n
     ON n.k = CASE WHEN s.i <= 105 AND s.a % 4 = 1 THEN 10 WHEN s.i <= 200 AND s.a % 4 = 3 THEN 0 ELSE s.a % 4 END
WHERE s.i <= 500;

UPDATE customers SET last_order_at = (SELECT max(ordered_at) FROM tmp_orders o WHERE o.customer_id = customers.id)
WHERE id > 0;

DROP TABLE temp.documents;
DROP TABLE temp.document_lines;
DROP TABLE temp.archived;
DROP TABLE temp.placed_items;
DROP TABLE temp.placed;
DROP TABLE temp.seq;
DROP TABLE temp.uuids;
DROP TABLE temp.first_names;
DROP TABLE temp.last_names;
DROP TABLE temp.cities;
DROP TABLE temp.streets;
DROP TABLE temp.collections;
DROP TABLE temp.things;
DROP TABLE temp.colours;

RELEASE rows_everything_else;

ANALYZE;
