package org.connectarium.graph.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.connectarium.graph.store.StoreOptions;
import org.neo4j.batchimport.api.BatchImporter;
import org.neo4j.batchimport.api.Configuration;
import org.neo4j.batchimport.api.IndexConfig;
import org.neo4j.batchimport.api.Monitor;
import org.neo4j.batchimport.api.input.Collector;
import org.neo4j.batchimport.api.input.IdType;
import org.neo4j.batchimport.api.input.Input;
import org.neo4j.batchimport.api.input.ReadableGroups;
import org.neo4j.common.EmptyDependencyResolver;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.internal.batchimport.DefaultAdditionalIds;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.fs.FileSystemAbstraction;
import org.neo4j.io.layout.Neo4jLayout;
import org.neo4j.io.pagecache.context.CursorContextFactory;
import org.neo4j.io.pagecache.context.FixedVersionContextSupplier;
import org.neo4j.io.pagecache.tracing.PageCacheTracer;
import org.neo4j.kernel.DatabaseCreationOptions;
import org.neo4j.kernel.impl.index.schema.DefaultIndexProvidersAccess;
import org.neo4j.kernel.impl.index.schema.IndexImporterFactoryImpl;
import org.neo4j.kernel.impl.scheduler.JobSchedulerFactory;
import org.neo4j.kernel.impl.transaction.log.files.LogTailMetadataFactoryImpl;
import org.neo4j.kernel.impl.transaction.log.files.TransactionLogInitializer;
import org.neo4j.logging.internal.NullLogService;
import org.neo4j.memory.EmptyMemoryTracker;
import org.neo4j.scheduler.JobScheduler;
import org.neo4j.storageengine.api.StorageEngineFactory;

/// One run of Neo4j's batch importer: reads both feeds to their ends and leaves the store files of
/// the database `neo4j` in a folder.
///
/// Nodes carry the numbers that the rows give them (`IdType.ACTUAL`), so the importer keeps no
/// index of ids, which costs its own tool a pass over all nodes and a look-up for each end.
record ImportRun(Path home, StoreOptions options, BulkSize size, RowFeed segments, RowFeed contacts)
    implements Callable<Boolean> {
  @Override
  public Boolean call() throws IOException {
    Config config =
        Config.newBuilder()
            .set(GraphDatabaseSettings.neo4j_home, home.toAbsolutePath())
            .set(GraphDatabaseSettings.pagecache_memory, options.pageCacheBytes())
            .set(GraphDatabaseSettings.preallocate_logical_logs, false)
            .build();
    StorageEngineFactory engine = StorageEngineFactory.selectStorageEngine(config);
    PageCacheTracer tracer = PageCacheTracer.NULL;
    var contexts = new CursorContextFactory(tracer, new FixedVersionContextSupplier(1));
    try (FileSystemAbstraction files = new DefaultFileSystemAbstraction();
        JobScheduler scheduler = JobSchedulerFactory.createInitialisedScheduler();
        BatchImporter importer =
            engine.batchImporter(
                Neo4jLayout.of(config).databaseLayout(GraphDatabaseSettings.DEFAULT_DATABASE_NAME),
                files,
                false,
                tracer,
                configuration(),
                NullLogService.getInstance(),
                new PrintStream(OutputStream.nullOutputStream()),
                false,
                DefaultAdditionalIds.EMPTY,
                new LogTailMetadataFactoryImpl(files),
                config,
                Monitor.NO_MONITOR,
                scheduler,
                Collector.STRICT,
                TransactionLogInitializer.getLogFilesInitializer(),
                new IndexImporterFactoryImpl(),
                EmptyMemoryTracker.INSTANCE,
                contexts,
                () ->
                    new DefaultIndexProvidersAccess(
                        engine,
                        files,
                        config,
                        scheduler,
                        NullLogService.getInstance(),
                        tracer,
                        contexts),
                0,
                EmptyDependencyResolver.EMPTY_RESOLVER,
                DatabaseCreationOptions.EMPTY_CREATION_OPTIONS,
                BatchImporter.HardwareValidation.NONE)) {
      importer.doImport(input());
    }
    return true;
  }

  private Configuration configuration() {
    return new Configuration.Overridden(Configuration.defaultConfiguration()) {
      @Override
      public IndexConfig indexConfig() {
        return IndexConfig.create().withLabelIndex().withRelationshipTypeIndex();
      }

      @Override
      public boolean enableInstrumentation() {
        return false;
      }
    };
  }

  private Input input() {
    return Input.input(
        () -> segments,
        () -> contacts,
        IdType.ACTUAL,
        Input.knownEstimates(
            size.segments(),
            size.contacts(),
            size.segmentProperties(),
            size.contactProperties(),
            size.segmentPropertyBytes(),
            size.contactPropertyBytes(),
            size.segments()),
        ReadableGroups.EMPTY,
        false);
  }
}
