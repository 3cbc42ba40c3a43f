// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/open_flow.h"

#include "app/recent_databases.h"
#include "app/resource_paths.h"
#include "app/transport_text.h"
#include "model/sql/ssh/ssh_host.h"
#include "widgets/open_file_dialog.h"

#include <QFileInfo>
#include <QLineEdit>

namespace cadastre {

namespace {

bool isServer(const DatabaseAddress& address)
{
    return address.kind == AddressKind::PostgreSql || address.kind == AddressKind::MariaDb;
}

Message errorMessage(const Error& error)
{
    return {MessageTopic::Failed, MessageLevel::Error, error.message, error.detail, {}};
}

} // namespace

ServerFields fieldsOf(const DatabaseAddress& address)
{
    ServerFields fields;
    fields.engine =
        address.kind == AddressKind::MariaDb ? ServerEngine::MariaDb : ServerEngine::PostgreSql;
    fields.host = address.socket.isEmpty() ? address.host : address.socket;
    fields.port = address.port;
    fields.user = address.user;
    fields.database = address.database;
    fields.sshHost = address.sshHost;
    takeParameters(fields, address.options);
    return fields;
}

Result<ReadUrl> readServerUrl(const QString& url)
{
    const UrlWithPassword split = splitPassword(url);
    const auto address = parseDatabaseAddress(split.url);
    if (!address)
        return address.error();
    return ReadUrl{fieldsOf(*address), split.password};
}

OpenFlow::OpenFlow(QWidget* window, OpenSources* sources, Settings* settings)
    : QObject(window)
    , m_window(window)
    , m_sources(sources)
    , m_settings(settings)
{
    connect(&m_testSession, &DatabaseSession::testFinished, this, &OpenFlow::takeTest);
    connect(m_sources, &OpenSources::ended, this, &OpenFlow::openWaiting, Qt::QueuedConnection);
    connect(&m_testSession, &DatabaseSession::cancelled, this, [this] {
        if (m_dialog)
            m_dialog->showCancelled();
    });
}

void OpenFlow::openAddress(const QString& text, OpenMode mode)
{
    const UrlWithPassword split = splitPassword(text);
    const auto address = parseDatabaseAddress(split.url);
    if (!address) {
        Q_EMIT message(errorMessage(address.error()));
        QMetaObject::invokeMethod(this, &OpenFlow::openWaiting, Qt::QueuedConnection);
        return;
    }
    if (address->kind == AddressKind::Workspace)
        Q_EMIT workspaceChosen(address->path);
    else if (isServer(*address) && split.password.isEmpty())
        openServer(*address, mode);
    else
        open({*address, split.password, {}, {}}, mode);
}

void OpenFlow::openAddresses(const QStringList& texts, OpenMode mode)
{
    if (texts.isEmpty())
        return;
    m_waiting = texts.mid(1);
    openAddress(texts.first(), mode);
}

/// The next of several, once the one before it is there or failed.
void OpenFlow::openWaiting()
{
    if (!m_waiting.isEmpty() && !m_sources->isBusy())
        openAddress(m_waiting.takeFirst(),
                    m_sources->sources().empty() ? OpenMode::Replace : OpenMode::Add);
}

void OpenFlow::openServer(const DatabaseAddress& address, OpenMode mode)
{
    m_keychain.read(address.displayText(), [this, address, mode](const QString& password) {
        open({address, password, {}, {}}, mode);
    });
}

void OpenFlow::open(const SourceRequest& request, OpenMode mode)
{
    if (mode == OpenMode::Again) {
        m_sources->setPassword(m_again, request.password);
        m_sources->refresh(m_again);
        return;
    }
    m_mode = mode;
    if (mode == OpenMode::Add)
        m_sources->add(request);
    else
        Q_EMIT opened(request);
}

void OpenFlow::openSample()
{
    if (const auto sample = samplePath())
        openAddress(*sample);
}

void OpenFlow::chooseFile(OpenMode mode)
{
    auto* dialog = new OpenFileDialog(m_window, tr("Open a file"), m_settings->folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, [this, mode](const QStringList& paths) {
        m_settings->setFolder(QFileInfo(paths.first()).path());
        openAddresses(paths, mode);
    });
    dialog->open();
}

void OpenFlow::connectToServer(OpenMode mode)
{
    showDialog(mode);
}

void OpenFlow::askAgain(const FailedSource& failed, OpenMode mode)
{
    showDialog(mode);
    m_again = failed.request.name;
    m_dialog->setFields(fieldsOf(failed.request.address));
    m_dialog->showError(failed.error.message, failed.error.detail);
    m_dialog->form()->passwordField()->setFocus();
}

void OpenFlow::showDialog(OpenMode mode)
{
    m_mode = mode;
    if (!m_dialog) {
        m_dialog = new ConnectionDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        wireDialog();
    }
    m_dialog->open();
}

void OpenFlow::wireDialog()
{
    ConnectionDialog* dialog = m_dialog;
    dialog->setUrlReader(&readServerUrl);
    dialog->form()->setKnownSshHosts(knownSshHosts());
    dialog->setKeychainProblem(tr("The keychain has not answered yet"));
    m_keychain.probe([guard = QPointer(dialog)](const QString& problem) {
        if (guard)
            guard->setKeychainProblem(problem);
    });
    connect(dialog, &ConnectionDialog::testRequested, this, &OpenFlow::test);
    connect(dialog, &ConnectionDialog::testCancelled, this, [this] { m_testSession.cancel(); });
    connect(dialog, &ConnectionDialog::openRequested, this, &OpenFlow::takeRequest);
}

void OpenFlow::test(const ConnectionRequest& request)
{
    const auto address = parseDatabaseAddress(request.address);
    if (!address) {
        m_dialog->showError(address.error().message, address.error().detail);
        return;
    }
    m_testAddress = *address;
    m_testSession.startTest(*address, request.password, {});
}

void OpenFlow::takeTest(const Result<ConnectionTest>& result)
{
    if (!m_dialog)
        return;
    if (!result) {
        m_dialog->showError(result.error().message, result.error().detail);
        return;
    }
    const TransportText transport = transportText(m_testAddress, result->transportSecurity);
    const QString engine =
        m_testAddress.kind == AddressKind::PostgreSql ? QStringLiteral("PostgreSQL ") : QString();
    m_dialog->showOutcome(
        {engine + result->serverVersion, transport.text, transport.warning, result->schemas});
}

void OpenFlow::takeRequest(const ConnectionRequest& request)
{
    const auto address = parseDatabaseAddress(request.address);
    if (!address) {
        Q_EMIT message(errorMessage(address.error()));
        return;
    }
    if (address->kind == AddressKind::Workspace) {
        Q_EMIT workspaceChosen(address->path);
        return;
    }
    if (request.remember && !request.password.isEmpty()) {
        m_keychain.store(request.address, request.password, [this](const QString& problem) {
            Q_EMIT message({MessageTopic::Keychain, MessageLevel::Warning, problem, {}, {}});
        });
    }
    ReadOptions options;
    options.schemas = request.schemas;
    open({*address, request.password, options, {}}, m_mode);
}

} // namespace cadastre
