-- SPDX-License-Identifier: MIT
-- The comments of objects as this session sees them: number of the object in the lists, text.
-- $1 catalogs, $2 objects, $3 columns (0 for whole objects)
SELECT i.number, coalesce(d.description, s.description)
  FROM unnest($1::oid[], $2::oid[], $3::integer[])
       WITH ORDINALITY AS i (classoid, objoid, objsubid, number)
  LEFT JOIN pg_description d
    ON d.objoid = i.objoid AND d.classoid = i.classoid AND d.objsubid = i.objsubid
  LEFT JOIN pg_shdescription s ON s.objoid = i.objoid AND s.classoid = i.classoid
