-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Optional, needs a superuser: a word in the server log whenever somebody drops something.

CREATE FUNCTION public.log_drops() RETURNS event_trigger LANGUAGE plpgsql AS $$
DECLARE
    gone record;
BEGIN
    FOR gone IN SELECT * FROM pg_event_trigger_dropped_objects() LOOP
        RAISE LOG 'dropped % %', gone.object_type, gone.object_identity;
    END LOOP;
END
$$;

CREATE EVENT TRIGGER log_drops ON sql_drop EXECUTE FUNCTION public.log_drops();
COMMENT ON EVENT TRIGGER log_drops IS 'After the accident of 2016.';
