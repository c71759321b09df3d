int dg_tables_placeholder;
