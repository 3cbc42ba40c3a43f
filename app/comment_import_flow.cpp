// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/comment_import_flow.h"

#include "app/comment_bulk_flow.h"
#include "app/open_flow.h"
#include "app/settings.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

namespace cadastre {

namespace {

constexpr qint64 largestFile = 256LL * 1024 * 1024;

Result<QByteArray> contentOfFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{CommentImportFlow::tr("%1 cannot be read: %2.")
                         .arg(QFileInfo(path).fileName(), file.errorString()),
                     path};
    if (file.size() > largestFile)
        return Error{CommentImportFlow::tr("%1 is too large to be a file of comments.")
                         .arg(QFileInfo(path).fileName()),
                     path};
    return file.readAll();
}

Result<IncomingComments> commentsOfTextFile(const CommentedCatalog& here, SourceId source,
                                            const QString& path, bool isCsv)
{
    const Result<QByteArray> content = contentOfFile(path);
    if (!content)
        return content.error();
    if (isCsv)
        return commentsOfCsv(*here.catalog(), source, *content);
    if (!QByteArrayView(*content).isValidUtf8())
        return Error{CommentImportFlow::tr("%1 is not UTF-8.").arg(QFileInfo(path).fileName()),
                     path};
    return commentsOfFile(*here.catalog(), source, QString::fromUtf8(*content));
}

/// A file's own name: a snapshot says where the database was.
QString nameOfOrigin(const LoadedSource& loaded)
{
    const DatabaseAddress& address = loaded.request.address;
    const bool isFile =
        address.kind == AddressKind::Sqlite || address.kind == AddressKind::Snapshot;
    return isFile ? QFileInfo(address.path).fileName() : loaded.part->source().location;
}

bool isCsvName(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("csv") || suffix == QLatin1String("tsv") ||
           suffix == QLatin1String("txt");
}

bool isCommentFileName(const QString& path)
{
    return QFileInfo(path).suffix().toLower() == QLatin1String("sql");
}

} // namespace

CommentImportFlow::CommentImportFlow(QWidget* window, CommentFlow* comments, OpenSources* sources,
                                     Settings* settings, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_comments(comments)
    , m_sources(sources)
    , m_settings(settings)
{
    connect(&m_loader, &SourceLoader::finished, this, &CommentImportFlow::takeLoaded);
    connect(&m_loader, &SourceLoader::progress, this,
            [this](const QString& source, const ReadProgress& progress) {
                if (m_dialog)
                    m_dialog->setBusy(progressText(source, progress));
            });
}

void CommentImportFlow::open()
{
    if (!m_dialog)
        setUpDialog();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    refresh();
}

void CommentImportFlow::setUpDialog()
{
    m_reading = nullptr;
    m_dialog = new ImportCommentsDialog(m_window);
    // only asks: with Replace it opens nothing by itself
    m_openFlow = new OpenFlow(m_dialog, m_sources, m_settings);
    connect(m_openFlow, &OpenFlow::opened, this, &CommentImportFlow::load);
    connect(m_openFlow, &OpenFlow::message, m_dialog,
            [this](const Message& message) { m_dialog->setProblem(message.text); });
    connect(m_openFlow, &OpenFlow::workspaceChosen, m_dialog, [this](const QString& path) {
        m_dialog->setProblem(
            tr("%1 is a workspace: choose one of its databases.").arg(QFileInfo(path).fileName()));
    });
    connect(m_dialog, &ImportCommentsDialog::fileRequested, this, &CommentImportFlow::chooseFile);
    connect(m_dialog, &ImportCommentsDialog::serverRequested, m_openFlow,
            [this] { m_openFlow->connectToServer(OpenMode::Replace); });
    connect(m_dialog, &ImportCommentsDialog::sourceRequested, this, &CommentImportFlow::useSource);
    connect(m_dialog, &ImportCommentsDialog::againRequested, this, &CommentImportFlow::compare);
    connect(
        m_dialog, &BulkDialog::stageRequested, this, [this](const std::vector<CommentEdit>& edits) {
            stageProposals(m_dialog, m_comments, edits,
                           tr("import of %1")
                               .arg(tr("%Ln comments", nullptr, static_cast<int>(edits.size()))));
        });
    connect(m_dialog, &QDialog::finished, this, [this] {
        m_loader.cancel();
        m_job.cancel();
    });
}

void CommentImportFlow::chooseFile()
{
    auto* dialog = new QFileDialog(m_dialog, tr("Import comments"), m_settings->folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Everything that has comments (*)"), tr("Comment files (*.sql)"),
                            tr("CSV files (*.csv *.tsv *.txt)"), tr("Snapshots (*.catalog.json)"),
                            tr("SQLite databases (*.sqlite *.sqlite3 *.db *.db3)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_settings->setFolder(QFileInfo(path).path());
        importFile(path);
    });
    dialog->open();
}

void CommentImportFlow::importFile(const QString& path)
{
    const bool isCsv = isCsvName(path);
    if (!isCsv && !isCommentFileName(path))
        return m_openFlow->openAddress(path, OpenMode::Replace);
    use(QFileInfo(path).fileName(), [path, isCsv](const CommentedCatalog& here, SourceId source) {
        return commentsOfTextFile(here, source, path, isCsv);
    });
}

void CommentImportFlow::load(const SourceRequest& request)
{
    if (!m_dialog)
        return;
    if (ConnectionDialog* connection = m_openFlow->dialog())
        connection->accept();
    m_dialog->setBusy(tr("Reading…"));
    m_loader.load({request});
}

void CommentImportFlow::takeLoaded(const std::vector<LoadedSource>& loaded,
                                   const std::vector<FailedSource>& failed)
{
    if (!m_dialog)
        return;
    if (!failed.empty()) {
        m_dialog->setProblem(failed.front().error.message);
        if (failed.front().error.kind == ErrorKind::PasswordNeeded)
            m_openFlow->askAgain(failed.front(), OpenMode::Replace);
        return;
    }
    if (loaded.empty())
        return;
    const auto there = std::make_shared<const Catalog>(mergeSources({loaded.front().part}));
    use(nameOfOrigin(loaded.front()),
        [there](const CommentedCatalog& here, SourceId into) -> Result<IncomingComments> {
            return commentsOfCatalog(*here.catalog(), into, *there, SourceId{0});
        });
}

std::optional<SourceId> CommentImportFlow::sourceNamed(const QString& name) const
{
    const auto& catalog = m_comments->commented().catalog();
    const std::size_t count = catalog != nullptr ? catalog->objects().sources.size() : 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (catalog->objects().sources[i].name == name)
            return SourceId{static_cast<int>(i)};
    }
    return std::nullopt;
}

std::optional<SourceId> CommentImportFlow::target() const
{
    return sourceNamed(m_dialog->target());
}

void CommentImportFlow::useSource(const QString& name)
{
    use(name, [name](const CommentedCatalog& here, SourceId into) -> Result<IncomingComments> {
        const auto& sources = here.catalog()->objects().sources;
        for (std::size_t i = 0; i < sources.size(); ++i) {
            const SourceId from{static_cast<int>(i)};
            if (sources[i].name == name && from != into)
                return commentsOfCatalog(*here.catalog(), into, *here.catalog(), from);
        }
        return Error{tr("%1 is not open any more.").arg(name), {}};
    });
}

void CommentImportFlow::use(const QString& origin, Reading reading)
{
    m_reading = std::move(reading);
    m_dialog->setOrigin(origin);
    compare();
}

void CommentImportFlow::compare()
{
    const auto source = m_dialog ? target() : std::nullopt;
    if (!m_reading || !source)
        return;
    m_dialog->setBusy(tr("Comparing comments…"));
    const CommentedCatalog commented = m_comments->commented();
    m_job.start(
        [commented, source = *source, reading = m_reading,
         all = m_dialog->showsAll()](const std::atomic_bool&) -> Result<BulkList> {
            const Result<IncomingComments> incoming = reading(commented, source);
            if (!incoming)
                return incoming.error();
            return compareIncoming(commented, source, *incoming, all);
        },
        [this, catalog = commented.catalog()](Result<BulkList> list) {
            showProposals(m_dialog, *m_comments, catalog, std::move(list));
        });
}

void CommentImportFlow::refresh()
{
    if (!m_dialog || !m_dialog->isVisible())
        return;
    QStringList names;
    if (const auto& catalog = m_comments->commented().catalog()) {
        for (const Source& source : catalog->objects().sources)
            names << source.name;
    }
    m_dialog->setSources(names);
    compare();
}

} // namespace cadastre
