// Loaded by `npm start` before anything else, since the size of the pool is fixed with its first use. DuckDB's queries,
// password checks and compression all run in these threads: with the four that Node has by itself, four long queries
// would keep a password check, a file or a short query waiting.
process.env.UV_THREADPOOL_SIZE ??= "16";
