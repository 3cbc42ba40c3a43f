// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/workspace_flow.h"

#include "app/catalog_loader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTimer>

namespace cadastre {

namespace {

constexpr int keepWorkspaceAfterMs = 1500;

QString addressText(const DatabaseAddress& address)
{
    return address.displayText();
}

} // namespace

QString unnamedWorkspacePath(const QStringList& addresses)
{
    QStringList sorted = addresses;
    sorted.sort();
    const QByteArray hash =
        QCryptographicHash::hash(sorted.join(QLatin1Char('\n')).toUtf8(), QCryptographicHash::Sha1);
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/unnamed/%1.cadastre").arg(QLatin1String(hash.toHex()));
}

WorkspaceFlow::WorkspaceFlow(QWidget* window, OpenSources* sources, DiagramController* diagram,
                             Settings* settings)
    : QObject(window)
    , m_window(window)
    , m_sources(sources)
    , m_diagram(diagram)
    , m_settings(settings)
    , m_keepTimer(new QTimer(this))
{
    m_keepTimer->setSingleShot(true);
    m_keepTimer->setInterval(keepWorkspaceAfterMs);
    connect(m_keepTimer, &QTimer::timeout, this, &WorkspaceFlow::keep);
    connect(m_sources, &OpenSources::factsChanged, this, [this](FactsChange change) {
        if (change != FactsChange::Opened)
            return;
        if (std::exchange(m_opening, false))
            offerRecovery();
    });
}

void WorkspaceFlow::openSources(std::vector<SourceRequest> requests)
{
    m_opening = true;
    m_sources->open(std::move(requests), m_workspace.decisions, m_workspace.boundaries,
                    m_workspace.conventions, m_workspace.views);
}

WorkspaceFlow::~WorkspaceFlow()
{
    m_saveJob.wait();
}

void WorkspaceFlow::openNamed(const QString& path)
{
    keepUnnamed();
    m_loadJob.start([path](const std::atomic_bool&) { return load(path); },
                    [this, path](const LoadedWorkspace& file) { takeLoaded(file, path); });
}

WorkspaceFlow::LoadedWorkspace WorkspaceFlow::load(const QString& path)
{
    LoadedWorkspace file{loadWorkspace(path), std::nullopt};
    if (file.workspace)
        file.unsaved = findRecovery(path, *file.workspace);
    return file;
}

void WorkspaceFlow::takeLoaded(const LoadedWorkspace& file, const QString& path)
{
    const Result<Workspace>& loaded = file.workspace;
    if (!loaded) {
        Q_EMIT message({MessageTopic::Workspace,
                        MessageLevel::Error,
                        loaded.error().message,
                        loaded.error().detail,
                        {}});
        return;
    }
    std::vector<SourceRequest> requests;
    for (const auto& [name, source] : loaded->sources) {
        const auto address = sourceAddress(source, path);
        if (!address) {
            Q_EMIT message({MessageTopic::Workspace,
                            MessageLevel::Error,
                            address.error().message,
                            address.error().detail,
                            {}});
            continue;
        }
        ReadOptions options;
        options.schemas = source.schemas;
        options.tables = source.tables;
        requests.push_back({*address, {}, options, name});
    }
    if (requests.empty() && !loaded->sources.empty())
        return;                        // what was open stays open, and is not this workspace
    const bool again = path == m_path; // what was not saved was given up a moment ago
    leave();
    m_unsaved = again ? std::nullopt : file.unsaved;
    m_path = path;
    m_sources->setWorkspacePath(path);
    m_workspace = *loaded;
    takeMarks(*loaded);
    m_modified = false;
    m_diagram->setPlacements(loaded->placements);
    m_settings->addRecent(path);
    Q_EMIT titleChanged();
    fetchPasswords(std::move(requests), 0);
}

void WorkspaceFlow::fetchPasswords(std::vector<SourceRequest> requests, std::size_t next)
{
    while (next < requests.size() && requests[next].address.url.isEmpty())
        ++next;
    if (next >= requests.size()) {
        m_knownPassword.clear();
        if (!requests.empty())
            openSources(std::move(requests));
        return;
    }
    const QString address = requests[next].address.displayText();
    if (address == m_knownAddress && !m_knownPassword.isEmpty()) {
        requests[next].password = m_knownPassword;
        fetchPasswords(std::move(requests), next + 1);
        return;
    }
    m_keychain.read(address, [this, requests, next](const QString& password) mutable {
        requests[next].password = password;
        fetchPasswords(std::move(requests), next + 1);
    });
}

void WorkspaceFlow::setKnownPassword(const SourceRequest& request)
{
    m_knownAddress = addressText(request.address);
    m_knownPassword = request.password;
}

void WorkspaceFlow::openUnnamed(const SourceRequest& request)
{
    leave();
    m_path.clear();
    m_sources->setWorkspacePath({});
    m_workspace = {};
    m_marks.clear();
    m_modified = false;
    Q_EMIT titleChanged();
    const QString kept = unnamedWorkspacePath({addressText(request.address)});
    if (!QFileInfo::exists(kept)) {
        openSources({request});
        return;
    }
    m_loadJob.start(
        [kept](const std::atomic_bool&) {
            return LoadedWorkspace{loadWorkspace(kept), {}};
        },
        [this, request](const LoadedWorkspace& file) {
            if (const Result<Workspace>& loaded = file.workspace) {
                m_workspace = *loaded;
                takeMarks(*loaded);
                m_workspace.sources.clear();
                m_diagram->setPlacements(loaded->placements);
            }
            openSources({request});
        });
}

void WorkspaceFlow::forgetSource(const QString& name)
{
    m_workspace.sources.erase(name);
}

void WorkspaceFlow::forget()
{
    leave();
    m_path.clear();
    m_sources->setWorkspacePath({});
    m_workspace = {};
    m_marks.clear();
    m_modified = false;
    Q_EMIT titleChanged();
}

void WorkspaceFlow::takeMarks(const Workspace& workspace)
{
    std::map<QString, SourceMarks> marks;
    for (const auto& [name, source] : workspace.sources)
        marks[name] = {source.readOnly, source.production};
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    Q_EMIT marksChanged();
}

SourceMarks WorkspaceFlow::marks(const QString& source) const
{
    const auto found = m_marks.find(source);
    return found == m_marks.end() ? SourceMarks{} : found->second;
}

void WorkspaceFlow::setMarks(const QString& source, const SourceMarks& marks)
{
    if (marks == this->marks(source))
        return;
    m_marks[source] = marks;
    markChanged();
    Q_EMIT marksChanged();
}

void WorkspaceFlow::markChanged()
{
    m_modified = true;
    m_keepTimer->start();
    Q_EMIT titleChanged();
}

void WorkspaceFlow::keepUnnamed()
{
    m_keepTimer->stop();
    if (!m_path.isEmpty() || !m_modified || m_sources->sources().empty())
        return;
    const QString path = unnamedPath();
    QDir().mkpath(QFileInfo(path).path());
    write(path, CollisionChoice::TakeMine);
}

QString WorkspaceFlow::unnamedPath() const
{
    QStringList addresses;
    for (const LoadedSource& source : m_sources->sources())
        addresses << addressText(source.request.address);
    return unnamedWorkspacePath(addresses);
}

} // namespace cadastre
