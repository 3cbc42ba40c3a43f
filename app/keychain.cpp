// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/keychain.h"

#include <qt6keychain/keychain.h>

namespace cadastre {

namespace {

constexpr QLatin1String keychainService("cadastre");

template <typename Job> Job* newJob(const QString& address, QObject* parent)
{
    auto* job = new Job(keychainService, parent);
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    job->setKey(address);
    return job;
}

} // namespace

void Keychain::probe(const std::function<void(const QString& problem)>& answer)
{
    auto* job = newJob<QKeychain::ReadPasswordJob>(QStringLiteral("probe"), this);
    connect(job, &QKeychain::Job::finished, this, [answer](QKeychain::Job* done) {
        const bool works =
            done->error() == QKeychain::NoError || done->error() == QKeychain::EntryNotFound;
        answer(works ? QString()
                     : tr("No keychain is available here: %1").arg(done->errorString()));
    });
    job->start();
}

void Keychain::read(const QString& address,
                    const std::function<void(const QString& password)>& answer)
{
    auto* job = newJob<QKeychain::ReadPasswordJob>(address, this);
    connect(job, &QKeychain::Job::finished, this, [answer, job](QKeychain::Job* done) {
        answer(done->error() == QKeychain::NoError ? job->textData() : QString());
    });
    job->start();
}

void Keychain::store(const QString& address, const QString& password,
                     const std::function<void(const QString& problem)>& failed)
{
    auto* job = newJob<QKeychain::WritePasswordJob>(address, this);
    job->setTextData(password);
    connect(job, &QKeychain::Job::finished, this, [failed](QKeychain::Job* done) {
        if (done->error() != QKeychain::NoError)
            failed(tr("The keychain did not take the password: %1").arg(done->errorString()));
    });
    job->start();
}

void Keychain::forget(const QString& address)
{
    newJob<QKeychain::DeletePasswordJob>(address, this)->start();
}

} // namespace cadastre
