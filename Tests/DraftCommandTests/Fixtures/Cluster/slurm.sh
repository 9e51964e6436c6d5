#!/usr/bin/env bash
# Starts a Slurm cluster of one node in a folder, runs a command with it, and ends it again.
#
#   slurm.sh FOLDER COMMAND...
#
# Exits with 77 when the cluster does not come up; the reason is on standard error.
set -uo pipefail
folder=$1
shift
export PATH=$PATH:/usr/sbin:/sbin
user=$(id -un)
host=$(hostname -s)

# Tests run in a network namespace of their own with nothing in it; the cluster needs the loopback device,
# and glibc resolves IPv4 names only where some address is not 127.x: one kept for examples (RFC 5737).
if ! ip -br link 2>/dev/null | grep -qv '^lo '; then
  ip link set lo up && ip address add 192.0.2.1/32 dev lo
fi 2>/dev/null

children=()
finish() {
  for child in "${children[@]}"; do kill "$child" 2>/dev/null; done
  for child in "${children[@]}"; do
    for _ in $(seq 50); do kill -0 "$child" 2>/dev/null || break; sleep 0.1; done
    kill -9 "$child" 2>/dev/null
  done
}
trap finish EXIT
give_up() {
  echo "$1" >&2
  tail -n 5 "$folder"/*.log >&2
  exit 77
}

mkdir -p "$folder/state" "$folder/spool"
chmod 755 "$folder"
(umask 077 && head -c 1024 /dev/urandom > "$folder/munge.key")
munged --foreground --force --key-file="$folder/munge.key" --socket="$folder/munge.socket" \
  --pid-file="$folder/munge.pid" --log-file="$folder/munged.log" --seed-file="$folder/munge.seed" \
  > "$folder/munge-output.log" 2>&1 &
children+=($!)

port=$((20000 + RANDOM % 20000))
cat > "$folder/slurm.conf" <<END
ClusterName=draft
SlurmctldHost=$host(127.0.0.1)
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
CredType=cred/munge
SlurmUser=$user
SlurmdUser=$user
SlurmctldPort=$port
SlurmdPort=$((port + 1))
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1
MailProg=/bin/true
ReturnToService=2
SlurmdParameters=config_overrides
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
END
export SLURM_CONF=$folder/slurm.conf

for _ in $(seq 50); do [ -S "$folder/munge.socket" ] && break; sleep 0.1; done
[ -S "$folder/munge.socket" ] || give_up 'munged did not start'
slurmctld -D > "$folder/controller-output.log" 2>&1 &
children+=($!)
slurmd -D -N "$host" > "$folder/node-output.log" 2>&1 &
children+=($!)
is_up() { timeout 5 sinfo -h -o %T 2>/dev/null | grep -q idle; }
for _ in $(seq 50); do
  is_up && break
  [ "$(jobs -pr | wc -l)" -eq 3 ] || give_up 'a daemon of Slurm ended'
  sleep 0.2
done
is_up || give_up 'the node did not become idle'

"$@"
